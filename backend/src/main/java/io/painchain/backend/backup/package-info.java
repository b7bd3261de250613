/**
 * Backup and restore of the whole database as a file, table by table. Started from the command line; knows the
 * schema, no feature.
 */
package io.painchain.backend.backup;
