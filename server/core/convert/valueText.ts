import type { Json } from './model.ts';

/** A value as the one string that property lists and the registry hold: lists and objects as JSON. Source: the configuration reference. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
