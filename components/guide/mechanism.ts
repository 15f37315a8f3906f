import {msg} from '@lit/localize';
import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

/** One of the four who take part: where it stands, what it is called, its pictogram. */
interface Actor {
  x: number;
  y: number;
  lines: string[];
  icon: string;
}

/** An arrow of the picture with its number and a word of what it carries. */
interface Flow {
  number: number;
  from: [number, number];
  to: [number, number];
  label: string;
  labelAt: [number, number];
}

const BOX = {width: 116, height: 84};
const HELMET = 'M4 16a8 8 0 0 1 16 0M2 16h20v2H2zM10 8.3V5h4v3.3';
const SHIELD = 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM8.5 12l2.5 2.5 4.5-4.5';
const REGISTER = 'M18 10V7l-4-4H6v18h6M14 3v4h4M16 14a3 3 0 1 0 .01 0M18.2 19.2L21 22';
const HALL = 'M3 10l9-6 9 6zM5 10v8M9.7 10v8M14.3 10v8M19 10v8M3 20h18';

/** Lines of at most eight letters; the bracketed name of a register goes to a line of its own. */
const linesOf = (name: string): string[] =>
  name
    .split(/\s*[(（]([^)）]*)[)）]\s*/)
    .filter(Boolean)
    .flatMap(piece => piece.match(/.{1,8}/gu) ?? [])
    .slice(0, 3);

const actors = (registerName: string): Actor[] => [
  {x: 2, y: 4, lines: [msg('受注者')], icon: HELMET},
  {x: 182, y: 4, lines: [msg('保証会社')], icon: SHIELD},
  {x: 2, y: 212, lines: [msg('発注者')], icon: HALL},
  {x: 182, y: 212, lines: linesOf(registerName), icon: REGISTER},
];

const flows = (): Flow[] => [
  {number: 1, from: [120, 32], to: [180, 32], label: msg('申込み'), labelAt: [150, 13]},
  {number: 2, from: [240, 90], to: [240, 209], label: msg('掲載'), labelAt: [274, 155]},
  {number: 3, from: [180, 66], to: [120, 66], label: msg('お知らせ'), labelAt: [150, 97]},
  {number: 4, from: [60, 90], to: [60, 209], label: msg('提出'), labelAt: [94, 155]},
  {number: 5, from: [120, 254], to: [180, 254], label: msg('閲覧'), labelAt: [150, 285]},
];

function drawActor({x, y, lines, icon}: Actor): SVGTemplateResult {
  const center = x + BOX.width / 2;
  return svg`<g class="actor">
    <rect x=${x} y=${y} width=${BOX.width} height=${BOX.height} rx="8"></rect>
    <path class="icon" transform=${`translate(${center - 13} ${y + (lines.length > 1 ? 7 : 13)}) scale(1.1)`} d=${icon}></path>
    ${lines.map((line, index) => svg`<text x=${center} y=${y + (lines.length > 1 ? 51 : 65) + index * 17}>${line}</text>`)}
  </g>`;
}

/** Line and head in one path: markers would need ids, which a page with two guides shares. */
function drawFlow({number, from, to, label, labelAt}: Flow): SVGTemplateResult {
  const [[x1, y1], [x2, y2]] = [from, to];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const back = [x2 - 8 * ux, y2 - 8 * uy] as const;
  const wing = (side: number) => `${back[0] - side * 5 * uy} ${back[1] + side * 5 * ux}`;
  const middle = [(x1 + back[0]) / 2, (y1 + back[1]) / 2] as const;
  return svg`<g class="flow">
    <path class="line" d=${`M${x1} ${y1}L${back[0]} ${back[1]}`}></path>
    <path class="head" d=${`M${x2} ${y2}L${wing(1)}L${wing(-1)}z`}></path>
    <circle cx=${middle[0]} cy=${middle[1]} r="11"></circle>
    <text class="number" x=${middle[0]} y=${middle[1] + 5}>${number}</text>
    <text class="label" x=${labelAt[0]} y=${labelAt[1]}>${label}</text>
  </g>`;
}

const picture = (registerName: string): TemplateResult =>
  html`<svg
    class="picture"
    part="picture"
    viewBox="0 0 300 300"
    role="img"
    aria-label=${msg('電子保証の仕組みの図。内容は、この図に続く一覧と同じです。')}
  >
    ${actors(registerName).map(drawActor)} ${flows().map(drawFlow)}
  </svg>`;

/** 「2. 電子保証の仕組み」: the picture, and the same in words. */
export const mechanism = (registerName: string): TemplateResult =>
  html`<div class="mechanism">
    ${picture(registerName)}
    <ol class="numbered" role="list">
      <li>${msg('受注者が、保証会社に保証を申し込みます。')}</li>
      <li>
        ${msg('保証会社が保証証書を電子で発行し、次のサービスに掲載します。')}<span
          class="register"
          translate="no"
          >${registerName}</span
        >
      </li>
      <li>${msg('保証会社が、受注者に発行の完了をお知らせします。受注者は認証キーを受け取ります。')}</li>
      <li>${msg('受注者が、保証契約番号と認証キーを発注者に提出します。')}</li>
      <li>${msg('発注者が、保証契約番号と認証キーで電子証書を開き、保証の内容を確認します。')}</li>
    </ol>
  </div>`;
