import { itemsOf, type Node, propertiesOf, stringOf } from '../syntax/node.ts';
import { policyKeys } from './catalogue.ts';
import { booleanAt } from './readValue.ts';

/** Whether what the policy sets under `key` restricts users, so that an app that ignores the key allows them more. */
export function restricts(root: Node | undefined, key: string, value: Node | undefined): boolean {
  const restricting = policyKeys.get(key)?.restricts;
  switch (restricting) {
    case undefined:
      return false;
    case 'always':
      return true;
    case 'entries':
      return itemsOf(value).length > 0 || propertiesOf(value).length > 0;
    case 'rules':
      return propertiesOf(value).some((rule) => stringOf(rule.valueNode) !== 'allow');
    default:
      return booleanAt(root, key) === restricting;
  }
}
