import path from 'node:path';

/** The project's folder. Tests run from a bundle, so their own path is no help. */
export const root = process.env.PLUGBOARD_ROOT ?? process.cwd();

/** Facts and real files next to the project on the authors' machines; tests that use them are skipped elsewhere. */
export const shared = path.join(root, '..', 'shared');
