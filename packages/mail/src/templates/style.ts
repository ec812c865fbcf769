import { html } from './html.ts'

/** The colours of both schemes; every text colour passes AA (4.5 : 1) on the surface it stands on. */
export const LIGHT = {
  page: '#f3f4f6',
  card: '#ffffff',
  line: '#e2e5ea',
  ink: '#14161b',
  body: '#3b414d',
  quiet: '#5c6370',
  inset: '#f6f7f9',
  accent: '#4f4fd8',
} as const

export const DARK = {
  page: '#0e1013',
  card: '#17191e',
  line: '#2b2f37',
  ink: '#f3f4f6',
  body: '#c8cdd6',
  quiet: '#969eab',
  inset: '#1e2127',
  accent: '#5a5ce0',
  link: '#a9aefb',
} as const

export const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

/** Inline declarations: what clients that drop the style sheet (and most rewrite it) still show. */
export const INLINE = {
  page: `background-color:${LIGHT.page}`,
  card: `background-color:${LIGHT.card};border:1px solid ${LIGHT.line};border-radius:10px`,
  brand: `font-size:14px;line-height:24px;font-weight:600;color:${LIGHT.ink}`,
  mark: `background-color:${LIGHT.accent};border-radius:6px;font-size:13px;line-height:24px;font-weight:600;color:#ffffff`,
  heading: `margin:0;font-size:20px;line-height:28px;font-weight:600;color:${LIGHT.ink}`,
  paragraph: `margin:16px 0 0;font-size:15px;line-height:24px;color:${LIGHT.body}`,
  strong: `font-weight:600;color:${LIGHT.ink}`,
  quote: `background-color:${LIGHT.inset};border-left:3px solid ${LIGHT.line};padding:12px 16px;font-size:15px;line-height:24px;color:${LIGHT.body}`,
  label: `border-top:1px solid ${LIGHT.line};padding:12px 16px 12px 0;font-size:13px;line-height:20px;color:${LIGHT.quiet}`,
  value: `border-top:1px solid ${LIGHT.line};padding:12px 0;font-size:14px;line-height:20px;color:${LIGHT.ink}`,
  note: `font-size:13px;line-height:20px;color:${LIGHT.quiet}`,
  buttonCell: `background-color:${LIGHT.accent};border-radius:6px`,
  button: `display:inline-block;padding:11px 20px;font-size:15px;line-height:22px;font-weight:600;color:#ffffff;text-decoration:none;border-radius:6px`,
  small: `margin:0;font-size:13px;line-height:20px;color:${LIGHT.quiet}`,
  link: `color:${LIGHT.accent};text-decoration:underline;word-break:break-all`,
} as const

/** What only a style sheet can say: the dark scheme, narrow screens, and Outlook.com's own dark mode. */
export const STYLE_SHEET = html`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
body,table,td,p,a{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}
td{overflow-wrap:anywhere;word-break:break-word}
@media (max-width:520px){
.gutter{padding:16px 8px!important}
.inside{padding:24px 20px!important}
.label,.value{display:block!important;width:auto!important}
.label{padding:12px 0 0!important}
.value{border-top:0!important;padding:2px 0 12px!important}
}
@media (prefers-color-scheme:dark){
.page{background-color:${DARK.page}!important}
.card{background-color:${DARK.card}!important;border-color:${DARK.line}!important}
.ink{color:${DARK.ink}!important}
.body{color:${DARK.body}!important}
.quiet{color:${DARK.quiet}!important}
.inset{background-color:${DARK.inset}!important}
.line{border-color:${DARK.line}!important}
.accent{background-color:${DARK.accent}!important}
.link{color:${DARK.link}!important}
}
[data-ogsc] .ink{color:${DARK.ink}!important}
[data-ogsc] .body{color:${DARK.body}!important}
[data-ogsc] .quiet{color:${DARK.quiet}!important}
[data-ogsc] .link{color:${DARK.link}!important}
[data-ogsb] .page{background-color:${DARK.page}!important}
[data-ogsb] .card{background-color:${DARK.card}!important}
[data-ogsb] .inset{background-color:${DARK.inset}!important}
[data-ogsb] .accent{background-color:${DARK.accent}!important}
</style>
<!--[if mso]><style>td,p,a{font-family:'Segoe UI',Arial,sans-serif!important}</style><![endif]-->`
