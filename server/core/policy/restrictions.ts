import { itemsOf, type Node, propertiesOf, stringOf } from '../syntax/node.ts';
import { booleanAt } from './readValue.ts';

/** Keys that take something away from users, with the value that does. */
const restrictingBooleans: ReadonlyMap<string, boolean> = new Map([
  ['coworkTabEnabled', false],
  ['skillCreationEnabled', false],
  ['mcpPersistentAlwaysAllowEnabled', false],
  ['userPluginMarketplacesEnabled', false],
  ['userPluginUploadsEnabled', false],
  ['disableDeploymentModeChooser', true],
  ['disableDeepLinkRegistration', true],
  ['disableBundledSkills', true],
  ['disableBypassPermissionsMode', true],
  ['blockReadsOutsideWorkingDirectories', true],
]);

/** Whether what the policy sets under `key` restricts users, so that an app that ignores the key lets them do more. */
export function restricts(root: Node | undefined, key: string, value: Node | undefined): boolean {
  if (key === 'builtinToolPolicy') return propertiesOf(value).some((rule) => stringOf(rule.valueNode) !== 'allow');
  if (key === 'orgPluginSettings') return itemsOf(value).length > 0 || propertiesOf(value).length > 0;
  if (key === 'sshHostAllowlist' || key === 'allowedPluginMcpServers') return true;
  const restricting = restrictingBooleans.get(key);
  return restricting !== undefined && booleanAt(root, key) === restricting;
}
