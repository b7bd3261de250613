/** The sample of docs/connectors.md: what Terraform Cloud's runs are, and where they are listed. All else is shared. */
package io.painchain.terraform;
