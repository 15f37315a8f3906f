import type {ReactiveControllerHost} from 'lit';
import {sectionNames, sectionOf, type SectionName} from './field.js';
import {STEP_TITLE_ID, tabForKey, type StepName} from './frame.js';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

const scrollTo = (element: Element) =>
  element.scrollIntoView({
    block: element.id === STEP_TITLE_ID || element.id.startsWith('tab-') ? 'start' : 'center',
  });

/** Where the person is: step, section, and whether 申込確認 is where they return to. Moves the focus along. */
export class Journey {
  step: StepName = 'edit';
  section: SectionName = 'works';
  /** Came from 申込確認 to change one thing. */
  isReturning = false;
  #drawn = new Set<SectionName>(['works']);
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Section and step, to return to. */
  get place(): {section: SectionName; step: StepName} {
    return {section: this.section, step: this.step};
  }

  /** Back to the beginning. */
  restart(): void {
    this.#drawn = new Set(['works']);
    this.isReturning = false;
    this.show('works');
    this.toStep('edit');
  }

  /** Sections are drawn when first opened, and stay. */
  isDrawn = (section: SectionName): boolean => this.#drawn.has(section);

  /** Opens a section; the focus stays where it is. */
  show(section: SectionName): void {
    this.#drawn.add(section);
    this.section = section;
    this.#host.requestUpdate();
  }

  /** The section before (-1) or after (1) the open one. */
  neighbour(distance: -1 | 1): SectionName | undefined {
    return sectionNames[sectionNames.indexOf(this.section) + distance];
  }

  /** Goes on to a neighbouring section, from its top. */
  async turn(distance: -1 | 1): Promise<void> {
    const section = this.neighbour(distance);
    if (!section) return;
    this.show(section);
    await this.focus(`tab-${section}`);
  }

  /** Arrow keys, Home and End among the tabs. */
  handleKey = (event: KeyboardEvent): void => {
    const tab = event.target instanceof Element ? event.target.closest('[role=tab]') : null;
    const section = tab && tabForKey(event.key, this.section);
    if (!section) return;
    event.preventDefault();
    this.show(section);
    void this.focus(`tab-${section}`);
  };

  toStep(step: StepName): void {
    this.step = step;
    this.#host.requestUpdate();
  }

  /** Begins a step: its heading takes the focus and is read out. */
  async begin(step: StepName): Promise<void> {
    this.toStep(step);
    await this.focus(STEP_TITLE_ID);
  }

  /** Leads to a field in whichever section. */
  async goToField(path: string): Promise<HTMLElement | undefined> {
    if (this.step === 'check') this.isReturning = true;
    this.toStep('edit');
    this.show(sectionOf(path));
    return this.focus(path);
  }

  /** Focuses what has this id, once it is drawn. */
  async focus(id: string): Promise<HTMLElement | undefined> {
    await this.#host.updateComplete;
    const element = this.#host.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
    element?.focus({preventScroll: true});
    if (element) scrollTo(element);
    return element ?? undefined;
  }

  /** Scrolls to what has the focus. */
  showFocused(): void {
    const {renderRoot} = this.#host;
    const element = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    if (element) scrollTo(element);
  }
}
