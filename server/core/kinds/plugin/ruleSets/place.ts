import type { Rule } from '../../../model.ts';
import { claudeMdNotLoaded } from '../rules/claude-md-not-loaded.ts';
import { componentInManifestFolder } from '../rules/component-in-manifest-folder.ts';
import { folderWithoutDot } from '../rules/folder-without-dot.ts';
import { linkLeavesPlugin } from '../rules/link-leaves-plugin.ts';
import { linkedComponent } from '../rules/linked-component.ts';
import { manifestAtTop } from '../rules/manifest-at-top.ts';
import { readmeIsComponent } from '../rules/readme-is-component.ts';

/** The rules about the plugin’s folder and its content. */
export const placeRules: readonly Rule[] = [
  folderWithoutDot,
  manifestAtTop,
  componentInManifestFolder,
  linkLeavesPlugin,
  linkedComponent,
  readmeIsComponent,
  claudeMdNotLoaded,
];
