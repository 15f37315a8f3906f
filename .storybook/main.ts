import {existsSync} from 'node:fs';
import type {StorybookConfig} from '@storybook/web-components-vite';

const glyphs = {from: '../dist/glyphs', to: '/glyphs'};

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {
    name: '@storybook/web-components-vite',
    // The project's own vite.config.ts builds libraries; stories are a page.
    options: {builder: {viteConfigPath: '.storybook/vite.config.ts'}},
  },
  staticDirs: existsSync(new URL(glyphs.from, import.meta.url)) ? [glyphs] : [],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false},
};

export default config;
