import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, nothing} from 'lit';
import {measureContrast} from '../src/theme/contrast.js';
import {tokens, type Token} from '../src/theme/tokens.js';
import './pages.css';
import {inWords, starts, themeNames} from './theme-lab.js';
import {paletteOf} from './theme-sheet.js';

export default {title: '見た目/トークン', tags: ['!autodocs']} satisfies Meta;

const swatch = (colour: string) =>
  html`<svg class="swatch" viewBox="0 0 48 28" aria-hidden="true">
      <rect x="0.5" y="0.5" width="47" height="27" rx="4" fill=${colour}></rect></svg
    ><code>${colour}</code>`;

const row = ({name, kind, light, dark, purpose}: Token) =>
  html`<tr>
    <th scope="row"><code>${name}</code></th>
    <td>${purpose}</td>
    ${
      kind === 'colour'
        ? html`<td>${swatch(light)}</td>
            <td>${swatch(dark)}</td>`
        : html`<td><code>${light}</code></td>
            <td>${light === dark ? html`<span class="muted">同じ</span>` : html`<code>${dark}</code>`}</td>`
    }
  </tr>`;

/** Every public token with what it is for and what holds while nobody sets it. */
export const トークン一覧: StoryObj = {
  render: () =>
    html`<div class="page">
      <h1>トークン一覧</h1>
      <p>
        ページのスタイルシートで、ここにある名前に値を書くと、すべての部品に効きます。色の標準は、デジタル庁デザインシステムの色です。
      </p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">名前</th>
            <th scope="col">使いみち</th>
            <th scope="col">標準（明るい配色）</th>
            <th scope="col">標準（暗い配色）</th>
          </tr>
        </thead>
        <tbody>
          ${tokens.map(row)}
        </tbody>
      </table>
    </div>`,
};

const schemes = {light: '明るい配色', dark: '暗い配色'} as const;

/** How well the colours of each shipped theme can be told apart, measured as the page is drawn. */
export const テーマのコントラスト: StoryObj = {
  render: () =>
    html`<div class="page">
      <h1>テーマのコントラスト</h1>
      <p>文字は 4.5:1 以上、枠とフォーカスは 3:1 以上です（WCAG 2.2、JIS X 8341-3 の AA）。</p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">テーマ</th>
            <th scope="col">配色</th>
            <th scope="col">文字のうち最も低いもの</th>
            <th scope="col">足りない組み合わせ</th>
          </tr>
        </thead>
        <tbody>
          ${[...starts].flatMap(([name, theme]) =>
            (['light', 'dark'] as const).map(scheme => {
              const results = measureContrast(paletteOf(theme, scheme));
              const lowest = Math.min(...results.filter(({use}) => use === 'text').map(({ratio}) => ratio));
              const low = results.filter(({ratio, needed}) => ratio < needed);
              return html`<tr>
                <th scope="row">${themeNames[name] ?? name}</th>
                <td>${schemes[scheme]}</td>
                <td>${lowest.toFixed(2)}:1</td>
                <td>
                  ${low.length ? low.map(each => html`<p>${inWords(each)}</p>`) : nothing}${low.length ? nothing : 'ありません'}
                </td>
              </tr>`;
            }),
          )}
        </tbody>
      </table>
    </div>`,
};
