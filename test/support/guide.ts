import {html} from 'lit';
import '../../components/guide/define.js';
import type {SuretyGuide} from '../../components/guide/guide.js';
import {ElementHarness} from './element-harness.js';
import {mountWithSandbox, type MountSandboxOptions} from './mount.js';
import {findAll, textOf} from './shadow.js';

/** What a visitor of an obligee's site reads in `surety-guide`. */
export class Guide extends ElementHarness<SuretyGuide> {
  get title(): string {
    return textOf(this.root.querySelector('h2'));
  }

  /** Returns the headings of the sections. */
  sections(): string[] {
    return findAll(this.element, '[part=section] > h3').map(textOf);
  }

  /** Returns the section whose heading holds the words. */
  sectionElement(words: string): HTMLElement {
    const section = findAll(this.element, '[part=section]').find(each =>
      textOf(each.querySelector('h3')).includes(words),
    );
    if (!section) throw new Error(`The guide has no section 「${words}」.`);
    return section;
  }

  section(words: string): string {
    return textOf(this.sectionElement(words));
  }

  /** Returns how each group of guarantees is handed in. */
  waysToHandIn(): string[] {
    return [...this.sectionElement('ご提出').querySelectorAll('div > ul')].map(list =>
      textOf(list.parentElement),
    );
  }

  /** Returns the names of the branches to contact. */
  branches(): string[] {
    const items = this.sectionElement('お問い合わせ先').querySelectorAll('ul > li');
    return [...items].map(item => textOf(item.querySelector('p')));
  }

  /** Returns the addresses of phone numbers and mail. */
  contactLinks(): string[] {
    return [...this.sectionElement('お問い合わせ先').querySelectorAll('a')].map(({href}) => href);
  }

  get picture(): SVGElement {
    const picture = this.root.querySelector<SVGElement>('svg[part=picture]');
    if (!picture) throw new Error('The guide has no picture.');
    return picture;
  }

  /** Returns the texts in the picture. */
  pictureTexts(): SVGTextElement[] {
    return [...this.picture.querySelectorAll('text')];
  }

  /** Returns the steps below the picture. */
  mechanismSteps(): string[] {
    return [...this.sectionElement('電子保証の仕組み').querySelectorAll('ol > li')].map(textOf);
  }

  /** Returns all texts of which none may be empty. */
  texts(): string[] {
    return findAll(this.element, 'dd, li, p, h3, h4').map(textOf);
  }
}

/** Shows the announcement of an obligee on a day. */
export async function mountGuide(
  code: string,
  today = '2026-10-01',
  options: MountSandboxOptions = {},
): Promise<Guide> {
  const {el} = await mountWithSandbox<SuretyGuide>(
    html`<surety-guide obligee-code=${code} today=${today}></surety-guide>`,
    options,
  );
  return new Guide(el);
}
