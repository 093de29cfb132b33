//! The names of roles, as the method writes them.

use crate::domain::method::Role;

pub fn name(role: Role) -> &'static str {
    match role {
        Role::Procesbegeleider => "procesbegeleider",
        Role::Tijdbewaker => "tijdbewaker",
        Role::Casusinbrenger => "casusinbrenger",
        Role::Voorzitter => "voorzitter",
        Role::Casemanager => "casemanager",
        Role::Notulist => "notulist",
        Role::Moderator => "moderator",
    }
}
