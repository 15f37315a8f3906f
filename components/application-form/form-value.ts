import {msg} from '@lit/localize';
import type {ApplicationModel} from './model.js';

/** Tells the page's own form the content once it is complete, and that something is missing until then. */
export function tellForm(
  internals: ElementInternals | undefined,
  {content, draft}: ApplicationModel,
  root: HTMLElement | DocumentFragment,
): void {
  internals?.setFormValue(content ? JSON.stringify(content) : null, JSON.stringify(draft));
  const anchor = root.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
  if (content || !anchor) internals?.setValidity({});
  else internals?.setValidity({customError: true}, msg('保証申込に、入力していない項目があります。'), anchor);
}
