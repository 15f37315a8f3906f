import {
  createElement,
  type ComponentType,
  type DetailedHTMLProps,
  type HTMLAttributes,
  type ReactNode,
} from 'react';
import '../../components/define-all.js';
import type {CamelListeners, PropertiesOf, SuretyTag} from './tag-props.js';

/** Props of a component: the element's properties, its events as `onSurety…`, and what every HTML element takes. */
export type SuretyProps<Tag extends SuretyTag> = Omit<
  DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[Tag]>, HTMLElementTagNameMap[Tag]>,
  keyof PropertiesOf<Tag>
> &
  PropertiesOf<Tag> &
  CamelListeners & {children?: ReactNode};

/** `onSuretyContractSelect` → `onsurety-contract-select`, which React adds as a listener. */
const listenerName = (name: string) =>
  name
    .replace(/^onSurety/, 'onsurety')
    .replace(/(?<=^onsurety.*)[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** A component that draws the tag; React 19 sets properties as properties and refs like any prop. */
function component<Tag extends SuretyTag>(tag: Tag, displayName: string): ComponentType<SuretyProps<Tag>> {
  const draw = (props: SuretyProps<Tag>) => {
    const entries = Object.entries(props).map(([name, value]) => [
      name.startsWith('onSurety') ? listenerName(name) : name,
      value,
    ]);
    return createElement(tag, Object.fromEntries(entries));
  };
  return Object.assign(draw, {displayName});
}

/** `surety-application-form`. */
export const SuretyApplicationForm = component('surety-application-form', 'SuretyApplicationForm');
/** `surety-certificate-check`. */
export const SuretyCertificateCheck = component('surety-certificate-check', 'SuretyCertificateCheck');
/** `surety-certificate-selector`. */
export const SuretyCertificateSelector = component(
  'surety-certificate-selector',
  'SuretyCertificateSelector',
);
/** `surety-certificate-viewer`. */
export const SuretyCertificateViewer = component('surety-certificate-viewer', 'SuretyCertificateViewer');
/** `surety-contract-detail`. */
export const SuretyContractDetail = component('surety-contract-detail', 'SuretyContractDetail');
/** `surety-contract-list`. */
export const SuretyContractList = component('surety-contract-list', 'SuretyContractList');
/** `surety-guide`. */
export const SuretyGuide = component('surety-guide', 'SuretyGuide');
/** `surety-key-notice`. */
export const SuretyKeyNotice = component('surety-key-notice', 'SuretyKeyNotice');
/** `surety-obligee-directory`. */
export const SuretyObligeeDirectory = component('surety-obligee-directory', 'SuretyObligeeDirectory');
/** `surety-provider`. */
export const SuretyProvider = component('surety-provider', 'SuretyProvider');
