import type {Contestant} from '../harness/lab.js';

const host = 'surety-application-form';

/** The loader of the CDN build, as the README tells a page to embed it. */
export const kit: Contestant = {name: 'surety-elements', page: '/kit/index.html', host};
/** The page written by hand. */
export const native: Contestant = {name: 'native', page: '/native/index.html'};
/** Everything in one file, for pages that want one `integrity` hash. */
export const bundle: Contestant = {name: 'bundle', page: '/bundle/index.html', host};
/** A page with nothing on it. */
export const blank: Contestant = {name: 'blank', page: '/blank.html'};

/** What a host page writes to show the form. */
export const hostPage = (script: string): string => `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>保証申込</title>
    <script type="module" src="${script}"></script>
  </head>
  <body>
    <surety-provider api-base="/v1">
      <surety-application-form></surety-application-form>
    </surety-provider>
    <script>
      document.querySelector('surety-provider').getToken = async () => ({token: 'bench'});
    </script>
  </body>
</html>
`;
