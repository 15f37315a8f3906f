import {executeServerCommand} from '@web/test-runner-commands';

/** What a test may need of a browser that not every one lets the runner do. */
type Ability = 'print' | 'forced colours' | 'folders made by script';

/** All three are commands and functions of Chromium alone. */
const onlyInChromium: readonly Ability[] = ['print', 'forced colours', 'folders made by script'];

const isChromium = navigator.userAgent.includes('Chrome/');

/** `it`, where the browser can be made to do this; elsewhere the test is skipped, and counted as that. */
export const itWith = (ability: Ability): Mocha.TestFunction | Mocha.PendingTestFunction =>
  isChromium || !onlyInChromium.includes(ability) ? it : it.skip;

/** Lets the page see the colours of a person's own, as Windows does in its contrast themes. */
export async function forceColours(isForced: boolean): Promise<void> {
  await executeServerCommand('force-colours', {isForced});
}

/**
 * A person pastes text. Firefox gives the event of a script an empty transfer, whatever it is made with.
 */
export function pasteEvent(text: string): ClipboardEvent {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {clipboardData, bubbles: true, composed: true, cancelable: true});
  if (event.clipboardData?.getData('text/plain') !== text)
    Object.defineProperty(event, 'clipboardData', {value: clipboardData});
  return event;
}
