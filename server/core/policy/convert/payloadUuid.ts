import { v5 } from 'uuid';

/** The UUID namespace of Plugboard, generated once at random. */
const namespace = '9b3c5c1e-5f4e-4c0b-8a0e-5d6f2f0a7c31';

/** Returns the UUID (version 5) of `name` in upper case, as is usual in profiles. The same name always gives the same UUID. */
export const payloadUuid = (name: string): string => v5(name, namespace).toUpperCase();
