/**
 * Native statements and their rows, transactions that are repeated, whose rows the database shows, and what a failure of
 * it means. The only package that speaks JDBC for features; knows none of them.
 */
package io.painchain.backend.database;
