package io.painchain.simulator;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Every package is a slice of its own, the root's included; those below {@code whole} are one together. */
record PackageSlices(String whole) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        boolean part = name.equals(whole) || name.startsWith(whole + ".");
        return SliceIdentifier.of(part ? whole : name);
    }

    @Override
    public String getDescription() {
        return "packages, those of " + whole + " together";
    }
}
