import type {HTMLAttributes, PublicProps} from 'vue';
import type {CamelListeners, PropertiesOf, SuretyTag} from './tag-props.js';

/** Types of the tags for templates of Vue: `import 'surety-elements/vue'`. */
type SuretyTags = {
  [Tag in SuretyTag]: new () => HTMLElementTagNameMap[Tag] & {
    /** What a template may set. */
    $props: HTMLAttributes & PropertiesOf<Tag> & CamelListeners & PublicProps;
  };
};

declare module 'vue' {
  interface GlobalComponents extends SuretyTags {}
}
