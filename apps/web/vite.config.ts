import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'

const server = process.env.ROSTER_DEV_SERVER ?? 'http://localhost:3000'

export default defineConfig({
  // Compressed once here, so that the server never has to.
  plugins: [
    react(),
    tailwind(),
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(js|css|svg|html)$/ }),
  ],
  server: {
    port: 5173,
    proxy: { '/trpc': server, '/healthz': server, '/readyz': server },
  },
  build: {
    // Browsers from spring 2024 on: `light-dark()`, nesting and top-level await go out as written.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // No data: URLs, so that the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Two files that every page needs, instead of dozens of crumbs that compress badly: what others wrote
          // (kept by browsers from release to release) and our kit. What opens on demand stays on demand.
          groups: [
            {
              name: 'vendor',
              priority: 2,
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|@trpc|use-sync-external-store)[\\/]/,
            },
            { name: 'kit', priority: 1, test: /src[\\/](ui|frame|theme)[\\/](?!overlays|palette-panel)/ },
          ],
        },
      },
    },
  },
})
