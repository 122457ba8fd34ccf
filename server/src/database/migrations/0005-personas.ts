import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

export class Migration0005Personas extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./0005-personas.sql', import.meta.url), 'utf8'));
  }
}
