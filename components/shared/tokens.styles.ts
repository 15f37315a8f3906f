import {css} from 'lit';

/**
 * Public tokens `--surety-*` with the defaults of デジタル庁デザインシステム, read once into private names.
 * Dark colours follow the page's own `color-scheme`, so a light page never gets dark elements.
 */
export const tokens = css`
  :host {
    --_text: var(--surety-color-text, #333);
    --_text-muted: var(--surety-color-text-muted, #595959);
    --_surface: var(--surety-color-surface, #fff);
    --_surface-muted: var(--surety-color-surface-muted, #f5f6f8);
    --_surface-info: var(--surety-color-surface-info, #e8f1fe);
    --_surface-error: var(--surety-color-surface-error, #fdeeee);
    --_surface-warning: var(--surety-color-surface-warning, #fbf5e0);
    --_surface-success: var(--surety-color-surface-success, #e6f5ec);
    --_border: var(--surety-color-border, #666);
    --_line: var(--surety-color-line, #d8d8db);
    --_primary: var(--surety-color-primary, #0017c1);
    --_primary-strong: var(--surety-color-primary-strong, #000071);
    --_on-primary: var(--surety-color-on-primary, #fff);
    --_link: var(--surety-color-link, #0017c1);
    --_error: var(--surety-color-error, #ce0000);
    --_warning: var(--surety-color-warning, #7a5c00);
    --_success: var(--surety-color-success, #197a4b);
    --_focus: var(--surety-color-focus, #000);
    --_focus-ring: var(--surety-color-focus-ring, #ffd43d);
    --_radius: var(--surety-radius, 0.5em);
    --_font: var(
      --surety-font-family,
      'Noto Sans JP',
      'Noto Sans CJK JP',
      'Hiragino Sans',
      'BIZ UDPGothic',
      Meiryo,
      sans-serif
    );
    --_font-mono: var(
      --surety-font-family-mono,
      'BIZ UDGothic',
      'Noto Sans Mono',
      Consolas,
      Menlo,
      'DejaVu Sans Mono',
      monospace
    );
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_text: var(--surety-color-text, light-dark(#333, #e8e8eb));
      --_text-muted: var(--surety-color-text-muted, light-dark(#595959, #b4b4b9));
      --_surface: var(--surety-color-surface, light-dark(#fff, #1a1a1c));
      --_surface-muted: var(--surety-color-surface-muted, light-dark(#f5f6f8, #262629));
      --_surface-info: var(--surety-color-surface-info, light-dark(#e8f1fe, #14233f));
      --_surface-error: var(--surety-color-surface-error, light-dark(#fdeeee, #3d1717));
      --_surface-warning: var(--surety-color-surface-warning, light-dark(#fbf5e0, #332a0c));
      --_surface-success: var(--surety-color-surface-success, light-dark(#e6f5ec, #0f2e1e));
      --_border: var(--surety-color-border, light-dark(#666, #949497));
      --_line: var(--surety-color-line, light-dark(#d8d8db, #4d4d4f));
      --_primary: var(--surety-color-primary, light-dark(#0017c1, #9db7f9));
      --_primary-strong: var(--surety-color-primary-strong, light-dark(#000071, #c5d7fb));
      --_on-primary: var(--surety-color-on-primary, light-dark(#fff, #00004a));
      --_link: var(--surety-color-link, light-dark(#0017c1, #9db7f9));
      --_error: var(--surety-color-error, light-dark(#ce0000, #ffa2a2));
      --_warning: var(--surety-color-warning, light-dark(#7a5c00, #ffd43d));
      --_success: var(--surety-color-success, light-dark(#197a4b, #71c598));
      --_focus: var(--surety-color-focus, light-dark(#000, #fff));
      --_focus-ring: var(--surety-color-focus-ring, light-dark(#ffd43d, #000));
    }
  }
`;
