import {html, type TemplateResult} from 'lit';
import type {SuretyApplicationForm} from '../components/application-form/application-form.js';
import {leafletApplication, type SeedApplication} from '../demo/sandbox/index.js';
import type {ApplicationContent} from '../src/schemas/application.js';
import {withSandbox, type StoryOptions} from './support.js';

/** The form of a story, once what it shows has been fetched. */
export async function formIn(canvas: HTMLElement, selector: string): Promise<SuretyApplicationForm> {
  const form = canvas.querySelector('surety-application-form');
  if (!form) throw new Error('There is no form in this story.');
  await shown(form, selector);
  return form;
}

/** Waits until the form shows something. */
export async function shown(form: SuretyApplicationForm, selector: string): Promise<HTMLElement | null> {
  for (let tries = 0; tries < 100 && !form.shadowRoot?.querySelector(selector); tries++) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  await form.updateComplete;
  return form.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

/** Presses what a selector finds, as soon as it is there. */
export async function press(form: SuretyApplicationForm, selector: string): Promise<void> {
  (await shown(form, selector))?.click();
  await form.updateComplete;
}

/** The form with the leaflet's data, given by the page as `value`. */
const filled = (changes: Partial<ApplicationContent> = {}): TemplateResult =>
  html`<surety-application-form .value=${leafletApplication(changes)}></surety-application-form>`;

/** The filled form before an API of its own. */
export const filledForm = (changes: Partial<ApplicationContent> = {}, options: StoryOptions = {}) =>
  withSandbox({seed: 'empty', ...options}, filled(changes));

/** The leaflet's works with something else in them. */
export const works = (changes: Partial<ApplicationContent['works']>) => ({
  works: {...leafletApplication().works, ...changes},
});

/** An empty form before an API that holds one application. */
export const withApplication = (application: SeedApplication) =>
  withSandbox(
    {seed: {applications: [application]}},
    html`<surety-application-form></surety-application-form>`,
  );

/** Opens the only application that the story's sandbox holds. */
export async function openOnly(canvas: HTMLElement): Promise<void> {
  const form = await formIn(canvas, '.company span');
  const provider = form.closest('surety-provider');
  const token = await provider?.getToken?.({reason: 'initial'});
  const answer = await provider?.fetch?.(new URL('/v1/applications', location.href), {
    headers: {Authorization: `Bearer ${token?.token ?? ''}`},
  });
  const {items} = (await answer?.json()) as {items: {id: string}[]};
  form.applicationId = items[0]?.id ?? '';
}
