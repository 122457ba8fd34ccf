import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

export class Migration0006Deviations extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./0006-deviations.sql', import.meta.url), 'utf8'));
  }
}
