import { Migration } from '@mikro-orm/migrations';

export class Migration0002AccessLogAbout extends Migration {
  override up(): void {
    this.addSql('alter table access_log add column about_id uuid null');
  }
}
