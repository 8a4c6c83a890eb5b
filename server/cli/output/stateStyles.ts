import type { Standing } from '../../core/diff/model.ts';
import type { Style } from '../terminal.ts';

/** How each state of a tool or server looks at a terminal. */
export const stateStyles: Readonly<Record<Standing['is'], Style>> = {
  allow: 'green',
  ask: 'blue',
  user: 'yellow',
  'cc-prompt': 'magenta',
  blocked: 'red',
  removed: 'dim',
  absent: 'dim',
  active: 'bold',
  inactive: 'dim',
  missing: 'dim',
};
