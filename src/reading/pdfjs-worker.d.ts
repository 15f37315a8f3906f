// pdf.js ships no types for it; what counts is that it sets `globalThis.pdfjsWorker`.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {}
