/**
 * PostgreSQL's NOTIFY and LISTEN: sends after commits, in groups, and hands on what is heard; counts the backends that
 * listen. Knows no feature.
 */
package io.painchain.backend.notify;
