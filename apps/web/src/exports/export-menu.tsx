import { Braces, Download, Sheet } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { type ExportOf, useExport } from './use-export.ts'

type ExportMenuProps = {
  /** What goes into the file, with the filters of the page. */
  of: ExportOf
  /** Whether the page shows fewer than all, which the file then does too. */
  filtered?: boolean | undefined
  /** Tells several of them on one page apart; also on the button, for those who hear it. */
  label?: string | undefined
}

/** Downloads what the page lists (D35). Nobody sees it who may not export. */
export function ExportMenu({ of, filtered = false, label = 'Export' }: ExportMenuProps) {
  const { may } = useHere()
  const start = useExport()
  if (!may('organization.export')) return null
  return (
    <Menu
      label={label}
      trigger={
        <Button icon={Download} aria-label={label === 'Export' ? undefined : label}>
          Export
        </Button>
      }
      sections={[
        {
          heading: filtered ? 'With the present filters' : 'Everything listed',
          items: [
            {
              label: 'CSV',
              icon: Sheet,
              hint: 'For spreadsheets',
              onSelect: () => void start(of, 'csv'),
            },
            { label: 'JSON', icon: Braces, hint: 'For programs', onSelect: () => void start(of, 'json') },
          ],
        },
      ]}
    />
  )
}
