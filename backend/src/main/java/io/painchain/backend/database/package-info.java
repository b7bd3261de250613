/**
 * Native statements and their rows, transactions that are repeated, and what a failure of the database means. The
 * only package that speaks JDBC for features; knows none of them.
 */
package io.painchain.backend.database;
