/**
 * Colours as [light, dark]. The light ones are those of デジタル庁デザインシステム wherever it has one for the purpose
 * (`@digital-go-jp/design-tokens`; `test/theme/tokens.test.ts` says which, holds them to it, and why the others differ).
 */
export const colours = {
  text: ['#333', '#e8e8eb'],
  'text-muted': ['#595959', '#b4b4b9'],
  surface: ['#fff', '#1a1a1c'],
  'surface-muted': ['#f5f6f8', '#262629'],
  'surface-info': ['#e8f1fe', '#14233f'],
  'surface-error': ['#fdeeee', '#3d1717'],
  'surface-warning': ['#fbf5e0', '#332a0c'],
  'surface-success': ['#e6f5ec', '#0f2e1e'],
  border: ['#666', '#949497'],
  line: ['#d8d8db', '#4d4d4f'],
  primary: ['#0017c1', '#9db7f9'],
  'primary-strong': ['#000071', '#c5d7fb'],
  'on-primary': ['#fff', '#00004a'],
  link: ['#0017c1', '#9db7f9'],
  error: ['#ce0000', '#ffa2a2'],
  warning: ['#7a5c00', '#ffd43d'],
  success: ['#197a4b', '#71c598'],
  focus: ['#000', '#fff'],
  'focus-ring': ['#ffd43d', '#000'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** Tokens that are no colours. Lengths are in `em` so that they follow the text size. */
export const sizes = {
  'font-family': "'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','BIZ UDPGothic',Meiryo,sans-serif",
  'font-family-mono': "'BIZ UDGothic','Noto Sans Mono',Consolas,Menlo,'DejaVu Sans Mono',monospace",
  'font-size': 'medium',
  'line-height': '1.7',
  radius: '0.5em',
  'border-width': '1px',
  space: '1',
  'control-height': '3em',
  'button-height': '2.75em',
  'scroll-margin': 'min(6em, 15vh)',
} as const satisfies Record<string, string>;

/** A colour's name without its prefix `--surety-color-`. */
export type ColourName = keyof typeof colours;

/** Another token's name without its prefix `--surety-`. */
export type SizeName = keyof typeof sizes;
