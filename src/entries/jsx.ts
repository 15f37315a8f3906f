import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {AttributesOf, PlainListeners, PropertiesOf, SuretyTag} from './tag-props.js';

/** Types of the tags for JSX in React 19: `import 'surety-elements/jsx'`. */
type SuretyTags = {
  [Tag in SuretyTag]: DetailedHTMLProps<
    HTMLAttributes<HTMLElementTagNameMap[Tag]>,
    HTMLElementTagNameMap[Tag]
  > &
    PropertiesOf<Tag> &
    AttributesOf<Tag> &
    PlainListeners;
};

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React's own place for it
  namespace JSX {
    interface IntrinsicElements extends SuretyTags {}
  }
}
