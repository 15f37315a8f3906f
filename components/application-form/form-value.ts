import {msg} from '@lit/localize';
import type {ApplicationModel} from './model.js';

/** What the browser holds for a part of the page's own form, from the first time it is asked for: most pages never do. */
export function internalsOf(element: HTMLElement): () => ElementInternals | undefined {
  let internals: ElementInternals | undefined;
  return () => (internals ??= element.attachInternals?.());
}

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
