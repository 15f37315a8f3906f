import type {LitElement} from 'lit';
import type {} from '../index.js';
import type {SuretyEventDetails} from '../../components/kernel/events.js';

/** Tags of the kit. */
export type SuretyTag = Extract<keyof HTMLElementTagNameMap, `surety-${string}`>;

type Writable<E, P extends keyof E> = E[P] extends (...args: never[]) => unknown ? never : P;
type PropertyNames<E> = {[P in Exclude<keyof E, keyof LitElement>]: Writable<E, P>}[Exclude<
  keyof E,
  keyof LitElement
>];
type Kebab<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Text;
type Camel<Text extends string> = Text extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Text;

/** Properties of a tag that a page sets, functions and objects included. */
export type PropertiesOf<Tag extends SuretyTag> = Partial<
  Pick<HTMLElementTagNameMap[Tag], PropertyNames<HTMLElementTagNameMap[Tag]>>
>;

type InText<Value> = Extract<Value, string | number | boolean>;
/** The same as attributes: those that can be said in text, under their names in HTML. */
export type AttributesOf<Tag extends SuretyTag> = {
  [
    P in keyof PropertiesOf<Tag> & string as InText<PropertiesOf<Tag>[P]> extends never ? never : Kebab<P>
  ]?: InText<PropertiesOf<Tag>[P]>;
};

/** Listeners as `onsurety-contract-select`, which React 19, Preact and Svelte 5 add as they are. */
export type PlainListeners = {
  [Name in keyof SuretyEventDetails as `on${Name}`]?: (event: CustomEvent<SuretyEventDetails[Name]>) => void;
};

/** Listeners as `onSuretyContractSelect`: of the React components and of Vue. */
export type CamelListeners = {
  [Name in keyof SuretyEventDetails as `on${Capitalize<Camel<Name>>}`]?: (
    event: CustomEvent<SuretyEventDetails[Name]>,
  ) => void;
};
