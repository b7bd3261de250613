package io.painchain.simulator.kubernetes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** How many classes a package holds; nested ones and {@code package-info} do not count. */
final class PackageSize extends ArchCondition<JavaClass> {

    private final int most;

    private PackageSize(int most) {
        super("belong to a package of at most " + most + " classes");
        this.most = most;
    }

    static PackageSize belongToAPackageOfAtMost(int most) {
        return new PackageSize(most);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        long size = type.getPackage().getClasses().stream().filter(JavaClass::isTopLevelClass)
                .filter(other -> !other.getSimpleName().equals("package-info")).count();
        String message = type.getName() + " is one of " + size + " classes of " + type.getPackageName();
        events.add(new SimpleConditionEvent(type, size <= most, message));
    }
}
