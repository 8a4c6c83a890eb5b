import type { PanelCommand, ToEditor } from './messages.ts';
import type { View } from './view.ts';

/** The action of a click. */
export type PanelAction =
  | { readonly type: 'post'; readonly message: ToEditor }
  | { readonly type: 'view'; readonly view: Partial<View> }
  | { readonly type: 'row'; readonly id: string }
  | { readonly type: 'fold'; readonly id: string }
  | { readonly type: 'reasoning'; readonly id: string };

/** Returns the action of the clicked element; a click on an active filter clears it. */
export function clicked({ target, altKey }: MouseEvent, view: View): PanelAction | undefined {
  if (!(target instanceof Element)) return undefined;
  const control = target.closest<HTMLElement>('button, a');
  if (control?.dataset.open && altKey)
    return { type: 'post', message: { type: 'peek', origin: JSON.parse(control.dataset.open) } };
  if (control) return controlAction(control, view);
  if (target.closest('select, input, summary, .detail')) return undefined;
  const id = target.closest<HTMLElement>('.row[data-id]')?.dataset.id;
  return id === undefined ? undefined : { type: 'row', id };
}

function controlAction({ dataset }: HTMLElement, view: View): PanelAction | undefined {
  if (dataset.open) return { type: 'post', message: { type: 'open', origin: JSON.parse(dataset.open) } };
  if (dataset.openLine && dataset.uri) {
    return { type: 'post', message: { type: 'openLine', uri: dataset.uri, line: Number(dataset.openLine) } };
  }
  if (dataset.run) return { type: 'post', message: { type: 'run', command: dataset.run as PanelCommand } };
  if (dataset.fold) return { type: 'fold', id: dataset.fold };
  if (dataset.reasoning) return { type: 'reasoning', id: dataset.reasoning };
  if (dataset.view === 'withoutPolicy') return { type: 'view', view: { withoutPolicy: true } };
  if (dataset.by) return { type: 'view', view: { by: dataset.by as View['by'] } };
  if (dataset.only) {
    return { type: 'view', view: { only: view.only === dataset.only ? null : (dataset.only as View['only']) } };
  }
  if (dataset.count) {
    const [surface, state] = dataset.count.split(':');
    const on = view.state?.surface === surface && view.state?.state === state;
    return { type: 'view', view: { state: on ? null : ({ surface, state } as View['state']) } };
  }
  return undefined;
}
