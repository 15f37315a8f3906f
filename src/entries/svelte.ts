import type {HTMLAttributes} from 'svelte/elements';
import type {AttributesOf, PlainListeners, PropertiesOf, SuretyTag} from './tag-props.js';

/** Types of the tags for Svelte 5: `import 'surety-elements/svelte'`. */
type SuretyTags = {
  [Tag in SuretyTag]: Omit<HTMLAttributes<HTMLElementTagNameMap[Tag]>, keyof PropertiesOf<Tag>> &
    PropertiesOf<Tag> &
    AttributesOf<Tag> &
    PlainListeners;
};

declare module 'svelte/elements' {
  export interface SvelteHTMLElements extends SuretyTags {}
}
