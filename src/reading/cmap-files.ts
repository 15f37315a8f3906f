/**
 * Code tables of Japanese fonts that a PDF does not embed, as Windows prints it. Vite inlines the bytes into this chunk, which
 * is fetched only for such a PDF; a development server serves them as files.
 */
export const cMapFiles = new Map<string, URL>([
  ['83pv-RKSJ-H', new URL('../../node_modules/pdfjs-dist/cmaps/83pv-RKSJ-H.bcmap', import.meta.url)],
  ['90ms-RKSJ-H', new URL('../../node_modules/pdfjs-dist/cmaps/90ms-RKSJ-H.bcmap', import.meta.url)],
  ['90ms-RKSJ-V', new URL('../../node_modules/pdfjs-dist/cmaps/90ms-RKSJ-V.bcmap', import.meta.url)],
  ['90msp-RKSJ-H', new URL('../../node_modules/pdfjs-dist/cmaps/90msp-RKSJ-H.bcmap', import.meta.url)],
  ['90msp-RKSJ-V', new URL('../../node_modules/pdfjs-dist/cmaps/90msp-RKSJ-V.bcmap', import.meta.url)],
  ['90pv-RKSJ-H', new URL('../../node_modules/pdfjs-dist/cmaps/90pv-RKSJ-H.bcmap', import.meta.url)],
  ['EUC-H', new URL('../../node_modules/pdfjs-dist/cmaps/EUC-H.bcmap', import.meta.url)],
  ['EUC-V', new URL('../../node_modules/pdfjs-dist/cmaps/EUC-V.bcmap', import.meta.url)],
  ['H', new URL('../../node_modules/pdfjs-dist/cmaps/H.bcmap', import.meta.url)],
  ['V', new URL('../../node_modules/pdfjs-dist/cmaps/V.bcmap', import.meta.url)],
  ['UniJIS-UCS2-H', new URL('../../node_modules/pdfjs-dist/cmaps/UniJIS-UCS2-H.bcmap', import.meta.url)],
  ['UniJIS-UCS2-V', new URL('../../node_modules/pdfjs-dist/cmaps/UniJIS-UCS2-V.bcmap', import.meta.url)],
  [
    'UniJIS-UCS2-HW-H',
    new URL('../../node_modules/pdfjs-dist/cmaps/UniJIS-UCS2-HW-H.bcmap', import.meta.url),
  ],
  [
    'UniJIS-UCS2-HW-V',
    new URL('../../node_modules/pdfjs-dist/cmaps/UniJIS-UCS2-HW-V.bcmap', import.meta.url),
  ],
  ['UniJIS-UTF16-H', new URL('../../node_modules/pdfjs-dist/cmaps/UniJIS-UTF16-H.bcmap', import.meta.url)],
  ['UniJIS-UTF16-V', new URL('../../node_modules/pdfjs-dist/cmaps/UniJIS-UTF16-V.bcmap', import.meta.url)],
  [
    'Adobe-Japan1-UCS2',
    new URL('../../node_modules/pdfjs-dist/cmaps/Adobe-Japan1-UCS2.bcmap', import.meta.url),
  ],
]);
