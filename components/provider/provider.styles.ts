import {css} from 'lit';
import {environmentStyles, inheritedText} from '../ui/host.styles.js';
import {tokens} from '../kernel/tokens.styles.js';

/** The provider only frames: what is slotted keeps the page's own look. */
export const styles = [
  tokens,
  environmentStyles,
  inheritedText('.environment'),
  css`
    :host {
      display: block;
    }
  `,
];
