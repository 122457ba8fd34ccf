import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

export class Migration0008ToldWithdrawals extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./0008-told-withdrawals.sql', import.meta.url), 'utf8'));
  }
}
