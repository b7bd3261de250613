/** GitHub's records, with only the fields that are read. */
package io.painchain.github.api.record;
