import type { ValueProvider } from '../../model.ts';
import { isScript, pluginFiles } from '../shared/plugin/pluginFiles.ts';

const programs = (...at: string[]): ValueProvider => ({
  at,
  offers: 'values',
  *items({ document, workspace }) {
    for (const file of pluginFiles(workspace, document.uri)) {
      if (isScript(file)) yield { value: `\${CLAUDE_PLUGIN_ROOT}/${file.path}`, detail: 'a program of the plugin' };
    }
  },
});

const common: readonly (readonly [ending: string, language: string])[] = [
  ['.c', 'c'],
  ['.cpp', 'cpp'],
  ['.cs', 'csharp'],
  ['.css', 'css'],
  ['.go', 'go'],
  ['.html', 'html'],
  ['.java', 'java'],
  ['.js', 'javascript'],
  ['.json', 'json'],
  ['.jsx', 'javascriptreact'],
  ['.kt', 'kotlin'],
  ['.lua', 'lua'],
  ['.php', 'php'],
  ['.py', 'python'],
  ['.rb', 'ruby'],
  ['.rs', 'rust'],
  ['.sh', 'shellscript'],
  ['.swift', 'swift'],
  ['.ts', 'typescript'],
  ['.tsx', 'typescriptreact'],
  ['.yaml', 'yaml'],
];

/** Extensions of common languages. Their ids are those of the protocol: https://microsoft.github.io/language-server-protocol. */
const endings: ValueProvider = {
  at: ['*', 'extensionToLanguage'],
  offers: 'keys',
  items: () => common.map(([value, detail]) => ({ value, detail })),
};

const languages: ValueProvider = {
  at: ['*', 'extensionToLanguage', '*'],
  offers: 'values',
  *items({ path }) {
    const ending = path.at(-1);
    for (const [of, value] of common) if (of === ending) yield { value };
    for (const [of, value] of common) if (of !== ending) yield { value };
  },
};

/** Completes programs of the plugin, file extensions and language ids. */
export const values: readonly ValueProvider[] = [
  programs('*', 'command'),
  programs('*', 'args', '*'),
  endings,
  languages,
];
