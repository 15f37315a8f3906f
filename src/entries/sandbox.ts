export * from '../../demo/sandbox/index.js';
