import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

export class Migration0003Drafts extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./0003-drafts.sql', import.meta.url), 'utf8'));
  }
}
