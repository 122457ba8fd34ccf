import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

export class Migration0007ForgottenPersonas extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./0007-forgotten-personas.sql', import.meta.url), 'utf8'));
  }
}
