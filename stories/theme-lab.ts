import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {findLowContrast, measureContrast, type ContrastResult} from '../src/theme/contrast.js';
import {colours, sizes, type ColourName, type SizeName} from '../src/theme/defaults.js';
import {tokens, type TokenName} from '../src/theme/tokens.js';
import {noTheme, paletteOf, readTheme, sixDigits, writeTheme, type Theme} from './theme-sheet.js';

const sheets = import.meta.glob<string>('../components/themes/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Themes to start from: the kit's own look, and those that are shipped, by the name of their file. */
export const starts: ReadonlyMap<string, Theme> = new Map([
  ['', noTheme],
  ...Object.entries(sheets).map(
    ([path, sheet]) => [path.replace(/^.*\/|\.css$/g, ''), readTheme(sheet)] as const,
  ),
]);

/** Names of the shipped themes in words; a theme without one goes by the name of its file. */
export const themeNames: Readonly<Record<string, string>> = {
  '': '標準（デジタル庁デザインシステム）',
  compact: '詰めた表示（compact）',
  'municipal-green': '市町村の緑（municipal-green）',
  'high-contrast': '高いコントラスト（high-contrast）',
};

const mainColours: readonly ColourName[] = [
  'primary',
  'primary-strong',
  'on-primary',
  'link',
  'text',
  'text-muted',
];
const otherColours = (Object.keys(colours) as ColourName[]).filter(name => !mainColours.includes(name));

/** A size on a slider; its value is a multiple of the unit. */
interface Slider {
  readonly name: SizeName;
  readonly unit: '' | 'em' | 'px';
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const sliders: readonly Slider[] = [
  {name: 'radius', unit: 'em', min: 0, max: 1.5, step: 0.125},
  {name: 'border-width', unit: 'px', min: 1, max: 3, step: 1},
  {name: 'space', unit: '', min: 0.5, max: 1.5, step: 0.1},
  {name: 'line-height', unit: '', min: 1.4, max: 2, step: 0.1},
  {name: 'control-height', unit: 'em', min: 2.25, max: 4, step: 0.25},
  {name: 'button-height', unit: 'em', min: 2.25, max: 4, step: 0.25},
];

const textSizes: Readonly<Record<string, string>> = {
  medium: '標準',
  large: '大きめ',
  'x-large': '大きい',
};

/** What a token is for, without what is in brackets. */
const purposeOf = (name: TokenName) =>
  (tokens.find(token => token.name === name)?.purpose ?? name).replace(/（.*）$/, '');
const colourWords = (name: ColourName) => purposeOf(`--surety-color-${name}`);

/** A result in a sentence for designers. */
export const inWords = ({foreground, background, use, ratio, needed}: ContrastResult): string =>
  `「${colourWords(foreground)}」と「${colourWords(background)}」は ${ratio.toFixed(2)}:1 です。` +
  `${use === 'text' ? '文字' : '枠'}は ${needed}:1 以上にしてください。`;

/** Where a designer tries tokens on real elements, reads how well they can be told apart, and copies the style sheet. */
@customElement('story-theme-lab')
export class StoryThemeLab extends LitElement {
  /** What the tokens are tried on. */
  @property({attribute: false}) sample: TemplateResult | undefined;

  @state() private theme: Theme = noTheme;
  @state() private start = '';
  @state() private scheme: 'light' | 'dark' = 'light';
  @state() private copied = '';

  /** In the page itself: it is a page of the docs, not a part of the kit. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    const preview = this.querySelector<HTMLElement>('.preview');
    if (!preview) return;
    const {style} = preview;
    style.colorScheme = this.scheme;
    style.background = this.#colour('surface');
    style.color = this.#colour('text');
    for (const name of Object.keys(colours) as ColourName[]) {
      const [light, dark] = this.theme.colours[name] ?? colours[name];
      style.setProperty(`--surety-color-${name}`, `light-dark(${light}, ${dark})`);
    }
    for (const name of Object.keys(sizes) as SizeName[])
      style.setProperty(`--surety-${name}`, this.theme.sizes[name] ?? sizes[name]);
  }

  protected override render() {
    return html`<div class="lab">
      <div class="controls">
        ${this.#renderStart()}
        <fieldset>
          <legend>主な色（${this.scheme === 'light' ? '明るい配色' : '暗い配色'}）</legend>
          ${mainColours.map(name => this.#renderColour(name))}
        </fieldset>
        <details>
          <summary>ほかの色</summary>
          ${otherColours.map(name => this.#renderColour(name))}
        </details>
        <fieldset>
          <legend>形と大きさ</legend>
          ${this.#renderTextSize()}${sliders.map(slider => this.#renderSlider(slider))}
        </fieldset>
        ${this.#renderVerdict()}${this.#renderSheet()}
      </div>
      <div class="preview">${this.sample}</div>
    </div>`;
  }

  #renderStart() {
    return html`<fieldset>
      <legend>出発点</legend>
      <div class="setting">
        <label for="start">テーマ</label>
        <select id="start" @change=${this.#handleStart}>
          ${[...starts.keys()].map(
            name =>
              html`<option value=${name} ?selected=${name === this.start}>
                ${themeNames[name] ?? name}
              </option>`,
          )}
        </select>
      </div>
      <div class="setting">
        <label for="scheme">配色</label>
        <select id="scheme" @change=${this.#handleScheme}>
          <option value="light">明るい</option>
          <option value="dark">暗い</option>
        </select>
      </div>
    </fieldset>`;
  }

  #renderColour(name: ColourName) {
    return html`<div class="setting">
      <label for=${name}>${colourWords(name)}<br /><code class="muted">--surety-color-${name}</code></label>
      <input
        id=${name}
        type="color"
        .value=${sixDigits(this.#colour(name))}
        @input=${(event: Event) => this.#setColour(name, valueOf(event))}
      />
    </div>`;
  }

  #renderTextSize() {
    const size = this.theme.sizes['font-size'] ?? sizes['font-size'];
    return html`<div class="setting">
      <label for="font-size">文字の大きさ<br /><code class="muted">--surety-font-size</code></label>
      <select id="font-size" @change=${(event: Event) => this.#setSize('font-size', valueOf(event))}>
        ${Object.entries(textSizes).map(
          ([value, words]) => html`<option value=${value} ?selected=${value === size}>${words}</option>`,
        )}
      </select>
    </div>`;
  }

  #renderSlider({name, unit, min, max, step}: Slider) {
    const value = this.theme.sizes[name] ?? sizes[name];
    return html`<div class="slider">
      <label for=${name}
        >${purposeOf(`--surety-${name}`)}<br /><code class="muted">--surety-${name}</code></label
      >
      <input
        id=${name}
        type="range"
        min=${min}
        max=${max}
        step=${step}
        .value=${String(parseFloat(value))}
        @input=${(event: Event) => this.#setSize(name, `${valueOf(event)}${unit}`)}
      />
      <output for=${name}>${value}</output>
    </div>`;
  }

  #renderVerdict() {
    const palette = paletteOf(this.theme, this.scheme);
    const low = findLowContrast(palette);
    const [closest] = measureContrast(palette).sort(
      (one, other) => one.ratio / one.needed - other.ratio / other.needed,
    );
    return html`<div class="verdict" role="status" data-kind=${low.length ? 'low' : 'enough'}>
      <h2>コントラスト</h2>
      ${
        low.length
          ? html`<p>読みにくい組み合わせが ${low.length} 組あります。</p>
              <ul>
                ${low.map(each => html`<li>${inWords(each)}</li>`)}
              </ul>`
          : html`<p>
              どの組み合わせも足りています。${
                closest
                  ? html`最も近いのは「${colourWords(closest.foreground)}」と「${colourWords(closest.background)}」の
                    ${closest.ratio.toFixed(2)}:1 です。`
                  : nothing
              }
            </p>`
      }
    </div>`;
  }

  #renderSheet() {
    const sheet = writeTheme(this.theme);
    return html`<section>
      <h2>スタイルシート</h2>
      ${
        sheet
          ? html`<pre tabindex="0" aria-label="スタイルシート">${sheet}</pre>`
          : html`<p class="muted">標準のままなので、書くものはありません。</p>`
      }
      <div class="buttons">
        <button type="button" ?disabled=${!sheet} @click=${() => this.#copy(sheet)}>CSSをコピー</button>
        <button type="button" @click=${this.#reset}>出発点に戻す</button>
        <span role="status">${this.copied}</span>
      </div>
    </section>`;
  }

  #colour(name: ColourName): string {
    return paletteOf(this.theme, this.scheme)[name];
  }

  #setColour(name: ColourName, value: string) {
    const [light, dark] = this.theme.colours[name] ?? colours[name];
    const pair = this.scheme === 'light' ? ([value, dark] as const) : ([light, value] as const);
    this.#set({...this.theme, colours: {...this.theme.colours, [name]: pair}});
  }

  #setSize(name: SizeName, value: string) {
    this.#set({...this.theme, sizes: {...this.theme.sizes, [name]: value}});
  }

  #set(theme: Theme) {
    this.theme = theme;
    this.copied = '';
  }

  #handleStart(event: Event) {
    this.start = valueOf(event);
    this.#reset();
  }

  #handleScheme(event: Event) {
    this.scheme = valueOf(event) === 'dark' ? 'dark' : 'light';
  }

  #reset() {
    this.#set(starts.get(this.start) ?? noTheme);
  }

  async #copy(sheet: string) {
    try {
      await navigator.clipboard.writeText(sheet);
      this.copied = 'コピーしました。';
    } catch {
      this.copied = 'コピーできませんでした。枠の中を選んで、コピーしてください。';
    }
  }
}

const valueOf = (event: Event) => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'story-theme-lab': StoryThemeLab;
  }
}
