import type {SuretyEventDetails} from '../../components/kernel/events.js';

/** Does something, and waits for what the element tells the page about it. */
export function fired<Name extends keyof SuretyEventDetails>(
  el: HTMLElement,
  name: Name,
  act: () => void,
): Promise<SuretyEventDetails[Name]> {
  return new Promise(resolve => {
    const listen = (event: Event) => resolve((event as CustomEvent<SuretyEventDetails[Name]>).detail);
    el.addEventListener(name, listen, {once: true});
    act();
  });
}
