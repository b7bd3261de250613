/** Feature flags. */
package io.painchain.gitlab.change.flag;
