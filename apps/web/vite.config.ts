import { fileURLToPath } from 'node:url'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'

const server = process.env.ROSTER_DEV_SERVER ?? 'http://localhost:3000'

/** Parts of the kit that forms and dialogs use: not needed before the first of them opens. */
const FORMS =
  'field\\.|form|chip|use-chips|suggestions|use-suggestions|radio-cards|switch|confirm-dialog|input|password-input|text-area|progress-bar|definition-list'

/** Parts of it that few pages use: each comes with those. */
const RARE =
  'overlays|bulk-bar|command-palette|palette-|use-palette|bare-frame|settings-frame|stat-tile|section|card|popover|callout|empty-state|code|copy-'
const KIT = `src[\\\\/](ui|frame|theme)[\\\\/](?!${RARE}|${FORMS})`
/** What nearly every page asks or lists, beside its look. */
const EVERYWHERE = String.raw`domain[\\/]src[\\/](refusal|ids|roles[\\/](decide|level))|web[\\/]src[\\/](organizations[\\/]here|pages[\\/](title|list-|ticked)|members[\\/](role-badge|email-link|use-typed))`

export default defineConfig({
  // Compressed once here, so that the server never has to.
  plugins: [
    react(),
    tailwind(),
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(js|css|svg|html)$/ }),
  ],
  resolve: {
    alias: {
      // React has had this hook of its own since 18: the router's store needs no stand-in for it.
      'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector',
      // As each icon of lucide names what draws it.
      '../createLucideIcon.mjs': fileURLToPath(new URL('./src/ui/create-icon.ts', import.meta.url)),
    },
  },
  server: {
    port: 5173,
    proxy: {
      '/trpc': server,
      '/avatars': server,
      '/docs': server,
      '/llms': server,
      '/healthz': server,
      '/readyz': server,
    },
  },
  build: {
    // Browsers from spring 2024 on: `light-dark()`, nesting and top-level await go out as written.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // No data: URLs, so that the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What every page has already need not be named with each part that comes on demand.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => !/\/(vendor|kit|rolldown-runtime)-/.test(file)),
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Two files that every page needs, instead of dozens of crumbs that compress badly: what others wrote
          // (kept by browsers from release to release) and our kit. What opens on demand stays on demand.
          groups: [
            {
              name: 'vendor',
              priority: 3,
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|use-sync-external-store)[\\/](?!.*[qQ]ueries)/,
            },
            { name: 'kit', priority: 2, test: new RegExp(`${KIT}|${EVERYWHERE}`) },
            { name: 'forms', priority: 1, test: new RegExp(`src[\\\\/]ui[\\\\/](${FORMS})`) },
          ],
        },
      },
    },
  },
})
