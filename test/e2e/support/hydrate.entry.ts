import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import '../../../components/define-all.js';
