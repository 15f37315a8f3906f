import type {HTMLAttributes} from 'preact';
import type {AttributesOf, PlainListeners, PropertiesOf, SuretyTag} from './tag-props.js';

/** Types of the tags for JSX in Preact: `import 'surety-elements/preact'`. */
type SuretyTags = {
  [Tag in SuretyTag]: Omit<HTMLAttributes<HTMLElementTagNameMap[Tag]>, keyof PropertiesOf<Tag>> &
    PropertiesOf<Tag> &
    AttributesOf<Tag> &
    PlainListeners;
};

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Preact's own place for it
  namespace JSX {
    interface IntrinsicElements extends SuretyTags {}
  }
}
