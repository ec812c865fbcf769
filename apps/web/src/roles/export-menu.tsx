import { Download } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { matrixCsv, matrixJson } from './matrix-file.ts'
import { saveFile } from './save-file.ts'
import { useRoles } from './use-roles.ts'

/** Takes the matrix along, for those who keep a record of who may do what (D37). */
export function ExportMenu() {
  const { here } = useHere()
  const { roles, level } = useRoles()
  const name = `${here.slug}-${level}-roles`
  return (
    <Menu
      label="Export the matrix"
      trigger={<Button icon={Download}>Export</Button>}
      sections={[
        {
          items: [
            {
              label: 'As CSV, for spreadsheets',
              onSelect: () => saveFile(`${name}.csv`, 'text/csv', matrixCsv(level, roles)),
            },
            {
              label: 'As JSON, for programs',
              onSelect: () => saveFile(`${name}.json`, 'application/json', matrixJson(level, roles)),
            },
          ],
        },
      ]}
    />
  )
}
