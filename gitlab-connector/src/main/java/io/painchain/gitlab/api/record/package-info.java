/** GitLab's records, with only the fields that are read. */
package io.painchain.gitlab.api.record;
