import path from 'node:path';

/** The project's folder. Tests run from a bundle, so their own place tells nothing. */
export const root = process.env.PLUGBOARD_ROOT ?? process.cwd();

/** Facts and real files that stand beside the project on the authors' machines; tests that use them are skipped elsewhere. */
export const shared = path.join(root, '..', 'shared');
